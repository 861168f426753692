"""What is said: doses, days, sides, findings and troubles in words; knows the domain only."""
