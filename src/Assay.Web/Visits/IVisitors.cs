using Microsoft.AspNetCore.Http;

namespace Assay.Web.Visits;

/// <summary>Knows visitors by what their browser sends: implemented where users are kept.</summary>
public interface IVisitors
{
    /// <summary>Who makes a request; null when somebody has to sign in first.</summary>
    ValueTask<Visitor?> FindAsync(HttpContext context);
}
