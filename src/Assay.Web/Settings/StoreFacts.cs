namespace Assay.Web.Settings;

/// <summary>What there is to say of a store.</summary>
/// <param name="Engine">What keeps it, with its version: <c>SQLite 3.40.1</c>; null for a server elsewhere.</param>
/// <param name="Location">Where it is, without secrets.</param>
/// <param name="Bytes">How large the database is, artifacts apart; null when that is not known.</param>
/// <param name="ServerVersion">The version of this program.</param>
public sealed record StoreFacts(string? Engine, string Location, long? Bytes, string ServerVersion);
