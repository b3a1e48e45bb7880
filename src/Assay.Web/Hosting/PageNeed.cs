namespace Assay.Web.Hosting;

/// <summary>What a visitor must be allowed to do to use a page.</summary>
public enum PageNeed
{
    /// <summary>To look.</summary>
    Read,

    /// <summary>To change experiments and runs.</summary>
    Write,

    /// <summary>To govern users and the server.</summary>
    Administer,

    /// <summary>Nothing, not even to be known: the page where one signs in, style sheets and scripts.</summary>
    Nothing,
}
