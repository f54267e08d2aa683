"""A site's repository -> a configuration to start from."""
