using Microsoft.AspNetCore.Http;

namespace Assay.Server.Artifacts;

/// <summary>
/// Refuses every request whose path holds <c>.</c> or <c>..</c> in any spelling, before it is routed: the host would resolve them, and answer
/// for another path than was asked for. Clients that mean well have resolved them already.
/// </summary>
internal sealed class PathGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => RawTarget.Climbs(context.Request)
        ? throw RawTarget.Invalid("it must not hold '.' or '..'")
        : next(context);
}
