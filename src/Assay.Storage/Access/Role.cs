namespace Assay.Storage.Access;

/// <summary>What a user may do. Each role may do all that the one before it may.</summary>
public enum Role
{
    /// <summary>Look at everything.</summary>
    Reader = 1,

    /// <summary>Write and change experiments, runs, models and their files too.</summary>
    Editor = 2,

    /// <summary>Govern users and the server too.</summary>
    Admin = 3,
}
