namespace Assay.Client.Artifacts;

/// <summary>The media types of the files that runs keep most; MLflow's client sends the like.</summary>
internal static class ContentTypes
{
    public static string Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".TXT" or ".LOG" or ".MD" => "text/plain",
        ".JSON" => "application/json",
        ".CSV" => "text/csv",
        ".HTML" => "text/html",
        ".SVG" => "image/svg+xml",
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".PDF" => "application/pdf",
        _ => "application/octet-stream",
    };
}
