"""What happened: how texts tell occasions, their days and places, who took which part."""
