-- Who may use a server. Times are milliseconds since 1970-01-01 UTC. role: 1 reader, 2 editor, 3 admin.
CREATE TABLE users (
    user_key      INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role          INTEGER NOT NULL,
    created       INTEGER NOT NULL,
    disabled      INTEGER
);

-- token_id is what people see and name; hash is SHA-256 of the whole token in hexadecimal digits.
CREATE TABLE api_tokens (
    token_key INTEGER PRIMARY KEY,
    token_id  TEXT NOT NULL UNIQUE,
    hash      TEXT NOT NULL,
    user_key  INTEGER NOT NULL REFERENCES users,
    name      TEXT NOT NULL,
    created   INTEGER NOT NULL,
    expires   INTEGER,
    last_used INTEGER,
    revoked   INTEGER
);

CREATE INDEX api_tokens_of_user ON api_tokens (user_key);

-- One row, raised by every change above: servers that remember a sign-in see by it that they must ask again.
CREATE TABLE access_revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    revision INTEGER NOT NULL
);

INSERT INTO access_revision (only_row, revision) VALUES (1, 0);
