namespace Assay.Server.Tests.Client.Faults;

/// <summary>What goes wrong with one request.</summary>
public sealed record Fault
{
    /// <summary>Whether the server behind is asked at all.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>Breaks the connection: instead of an answer, or with <see cref="IsForwarded"/> and <see cref="Halves"/> in the middle of it.</summary>
    public bool Breaks { get; init; }

    /// <summary>Sends the first half of the server's answer before the connection breaks.</summary>
    public bool Halves { get; init; }

    /// <summary>Never answers.</summary>
    public bool IsSilent { get; init; }

    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/json";

    public string Body { get; init; } = "";

    /// <summary>Sends each line of the body by itself, as MLflow sends files: without saying how much there is.</summary>
    public bool IsByLine { get; init; }

    public (string Name, string Value)? Header { get; init; }

    /// <summary>The server does what it was asked, and its answer is lost.</summary>
    public static Fault LostAnswer { get; } = new() { IsForwarded = true, Breaks = true };

    /// <summary>The server does what it was asked, and half of its answer arrives.</summary>
    public static Fault HalfAnswer { get; } = new() { IsForwarded = true, Breaks = true, Halves = true };

    /// <summary>The connection breaks before the server has seen the request.</summary>
    public static Fault Broken { get; } = new() { Breaks = true };

    public static Fault Silence { get; } = new() { IsSilent = true };

    /// <summary>A refusal in MLflow's shape.</summary>
    public static Fault Refusal(int status, string code, string message, (string Name, string Value)? header = null) =>
        new() { Status = status, Body = $$"""{"error_code": "{{code}}", "message": "{{message}}"}""", Header = header };

    /// <summary>A page of some proxy.</summary>
    public static Fault Page(int status) => new() { Status = status, ContentType = "text/html", Body = "<html><h1>Sorry, Friday</h1></html>" };
}
