"""Damaged houses from the first report to the finished work."""
