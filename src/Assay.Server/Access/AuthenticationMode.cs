namespace Assay.Server.Access;

/// <summary>Whether callers must say who they are.</summary>
public enum AuthenticationMode
{
    /// <summary>
    /// As soon as the store has a user, a running server included; it never goes off again by itself. On the loopback a store without users
    /// is open to everyone on the machine; on other addresses the server does not start without a user.
    /// </summary>
    Auto,

    /// <summary>Always; the server does not start without a user.</summary>
    On,

    /// <summary>Never, on whatever address: everyone who reaches the server may do everything.</summary>
    Off,
}
