namespace Assay.Server.Access;

/// <summary>What a caller must be allowed to do to use a route; metadata of every route.</summary>
internal enum Need
{
    /// <summary>To look at things.</summary>
    Read,

    /// <summary>To write and change things.</summary>
    Write,

    /// <summary>To govern users and the server.</summary>
    Administer,

    /// <summary>Nothing, not even to be known: for those who watch whether the server lives.</summary>
    Nothing,
}
