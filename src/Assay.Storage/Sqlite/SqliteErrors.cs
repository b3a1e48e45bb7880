using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>Turns the engine's errors into refusals that name the file and say what to do.</summary>
internal static class SqliteErrors
{
    /// <summary>Whether it concerns the file rather than one statement: then nothing of the transaction can be relied upon.</summary>
    public static bool IsOfTheFile(SqliteException error) => error.Code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL
        or raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
        or raw.SQLITE_PROTOCOL or raw.SQLITE_INTERRUPT;

    public static AssayException Translate(SqliteException error, string path) => error.Code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => new(
            ErrorCode.TemporarilyUnavailable, $"{path} is busy: another process keeps it locked. Nothing was written; try again.", error),
        raw.SQLITE_FULL => new(
            ErrorCode.TemporarilyUnavailable, $"{path} cannot grow: the disk is full. Nothing was written; free some space and try again.", error),
        raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY => new(
            ErrorCode.TemporarilyUnavailable, $"{path} cannot be read or written ({Detail(error)}). Check the disk and the file's permissions.", error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new(
            ErrorCode.InternalError, $"{path} is damaged ({Detail(error)}). Restore a backup.", error),
        _ => new(ErrorCode.InternalError, $"{path}: the database refused a statement ({Detail(error)}).", error),
    };

    /// <summary>The same while a store is being opened, when it is the given path that is to blame.</summary>
    public static Exception TranslateAtOpening(SqliteException error, string path) => error.Code switch
    {
        raw.SQLITE_NOTADB => new BadInputException($"{path} is not an Assay store: it is no SQLite database. Name another file.", error),
        raw.SQLITE_CORRUPT => new BadInputException($"{path} is damaged ({Detail(error)}). Restore a backup or name another file.", error),
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new BadInputException(
            $"{path} cannot be opened for writing ({Detail(error)}): the file and its folder must be writable. "
            + "Check their permissions or name another file.",
            error),
        _ => Translate(error, path),
    };

    private static string Detail(SqliteException error) => raw.sqlite3_errstr(error.ExtendedCode).utf8_to_string();
}
