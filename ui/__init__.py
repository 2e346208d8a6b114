"""What people see: widgets built in code, one screen a file; no rules, no SQL, no HTTP."""
