"""The glue between one screen and its acts: connects, shows the answers, decides nothing."""
