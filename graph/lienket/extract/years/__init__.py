"""The years of days and months that are printed without one."""
