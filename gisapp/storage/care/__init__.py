"""What both lines wrote about the families they look after."""
