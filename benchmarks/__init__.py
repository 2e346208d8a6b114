"""What the README's figures come from: each file measures one promise and prints it with the machine."""
