using Assay.Storage.Access;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Access;

/// <summary>
/// Who makes a request; every request to a route that needs something has one. This is where "who did it" enters a write: a handler asks
/// <see cref="UserOf"/>, and a workspace of the caller would be found here too.
/// </summary>
/// <param name="Name">The user's name; null where nobody has to say who they are.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="TokenId">The token that was used; null for a password.</param>
/// <param name="IsSession">Whether the token is one that a browser holds.</param>
internal sealed record Caller(string? Name, Role Role, string? TokenId = null, bool IsSession = false)
{
    /// <summary>Everyone, where authentication is off.</summary>
    public static Caller Anyone { get; } = new(null, Role.Admin);

    /// <summary>Who makes this request.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route asks for nothing.");

    /// <summary>Whose a write is said to be: the user that the request names, else its caller; null when neither has a name.</summary>
    public static string? UserOf(HttpContext context, string? given) => string.IsNullOrEmpty(given) ? Of(context).Name : given;

    /// <summary>
    /// The one decision: whether this caller may use a route of that need. Rights by experiment or workspace are to be asked for by the
    /// handlers, which know the entity; what they decide can only narrow this.
    /// </summary>
    public bool May(Need need) => need switch
    {
        Need.Nothing => true,
        Need.Read => Role >= Role.Reader,
        Need.Write => Role >= Role.Editor,
        _ => Role >= Role.Admin,
    };
}
