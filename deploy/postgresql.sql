-- The roles of Tkr in PostgreSQL 15 or later. Run once, as a superuser, in the database of Tkr:
--
--   createdb tkr
--   psql -d tkr -f deploy/postgresql.sql
--   psql -d tkr -c '\password tkr_owner' -c '\password tkr_login'
--
-- Then run `npx tkr migrate` with DATABASE_URL=postgres://tkr_owner:…@host/tkr at every upgrade, and
-- start Tkr with DATABASE_URL=postgres://tkr_login:…@host/tkr. Backups, restores and checks are the
-- owner's.

-- What requests become: people and secrets, figures, the demo. None of them owns or logs in.
CREATE ROLE tkr_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE tkr_accounts NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE tkr_demo NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;

-- What backups and checks become: it reads everything, and no request comes to it.
CREATE ROLE tkr_keeper NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;

-- Who owns the tables and changes them at upgrades.
CREATE ROLE tkr_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
GRANT tkr_app, tkr_accounts, tkr_demo, tkr_keeper TO tkr_owner;
GRANT CREATE, USAGE ON SCHEMA public TO tkr_owner;

-- Who Tkr logs in as from day to day: it owns nothing, and cannot become the owner or the keeper.
-- NOINHERIT: until it has put on one of the roles above, it may read and write nothing at all.
CREATE ROLE tkr_login LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
GRANT tkr_app, tkr_accounts, tkr_demo TO tkr_login;
