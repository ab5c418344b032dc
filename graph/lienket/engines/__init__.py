"""Where extraction runs. An engine turns articles into their graphs; which one does makes no difference to them."""
