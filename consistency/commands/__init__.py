"""The commands of the command line, a module each; none imports more than click until it is run."""
