"""What happens to a family, where its people sleep, its dates."""
