namespace Assay.Web.Settings;

/// <summary>What a user may do; each may do what the one before may.</summary>
public enum AccountRole
{
    /// <summary>Look.</summary>
    Reader,

    /// <summary>Write and change too.</summary>
    Editor,

    /// <summary>Govern users and the server too.</summary>
    Admin,
}
