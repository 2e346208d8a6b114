"""Every table of the service, whichever subject it belongs to: what a migrated database looks like."""

from __future__ import annotations

from ticket_service.storage import account_tables, mail_tables, schema, site_tables, ticket_tables

#: Naming the files here is what puts their tables into `metadata`.
FILES = (schema, account_tables, mail_tables, site_tables, ticket_tables)

metadata = schema.metadata
