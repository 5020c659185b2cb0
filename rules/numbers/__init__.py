"""Numbers, quantities, times and dates whose form is broken."""
