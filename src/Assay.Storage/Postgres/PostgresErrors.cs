using System.Net.Sockets;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>Sorts the server's errors, and turns them into refusals that name the database and say what to do.</summary>
internal static class PostgresErrors
{
    /// <summary>Whether it comes from the database or from the way there.</summary>
    public static bool IsOfTheDatabase(Exception error) => error is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>Whether the transaction lost against another and may win when it is run again.</summary>
    public static bool IsConflict(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.ForeignKeyViolation,
    };

    /// <summary>Whether the connection is gone: the server has ended it, or nothing answers.</summary>
    public static bool IsBroken(Exception error) => error switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException or SocketException or IOException => true,
        _ => false,
    };

    /// <param name="error">What happened.</param>
    /// <param name="location">The database, without its password.</param>
    /// <param name="ending">Whether the transaction's end was already on its way.</param>
    public static AssayException Translate(Exception error, string location, bool ending)
    {
        var (code, text) = error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => (
                ErrorCode.TemporarilyUnavailable, "is busy: others write the same again and again. Nothing was written; try again."),
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => (
                ErrorCode.TemporarilyUnavailable, "is busy: another keeps what is to be written locked. Nothing was written; try again."),
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => (
                ErrorCode.TemporarilyUnavailable, "took too long. Nothing was written; ask for less, or try again."),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => (
                ErrorCode.TemporarilyUnavailable, "cannot grow: its disk is full. Nothing was written; free some space and try again."),
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => (
                ErrorCode.TemporarilyUnavailable, "only reads: it is a standby. Nothing was written; name the primary or try again."),
            PostgresException server when IsBroken(error) || server.SqlState.StartsWith("53", StringComparison.Ordinal) => (
                ErrorCode.TemporarilyUnavailable, $"is not available ({server.SqlState}: {server.MessageText}). {Outcome(ending)}"),
            PostgresException server => (
                ErrorCode.InternalError, $"refused a statement ({server.SqlState}: {server.MessageText}). Nothing was written."),
            _ => (ErrorCode.TemporarilyUnavailable, $"does not answer ({Root(error).Message.TrimEnd('.')}). {Outcome(ending)}"),
        };
        return new AssayException(code, $"{location} {text}", error);
    }

    /// <summary>The same while a store is being opened, when it is the given address that is to blame.</summary>
    public static Exception TranslateAtOpening(Exception error, string location) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } server =>
            new BadInputException($"{location} lets nobody in with this name and password ({server.MessageText}). Check both.", error),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } server =>
            new BadInputException($"{location}: {server.MessageText}. Create it (createdb) or name another.", error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } server =>
            new BadInputException($"{location}: {server.MessageText}. Let the user create a schema in the database, or create the schema for the user.", error),
        _ => Translate(error, location, ending: false),
    };

    private static string Outcome(bool ending) => ending
        ? "What was being written may or may not be there, but whole; look before trying again."
        : "Nothing was written; try again.";

    private static Exception Root(Exception error) => error.InnerException is { } inner ? Root(inner) : error;
}
