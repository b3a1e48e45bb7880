using Assay.Web.Languages;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Components;

namespace Assay.Web.Components;

/// <summary>A part of a page: knows the visit that it is rendered for.</summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public Visit Visit { get; set; } = null!;

    /// <summary>The texts in the page's language.</summary>
    protected Texts T => Visit.T;
}
