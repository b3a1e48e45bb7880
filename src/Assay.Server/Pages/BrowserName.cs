namespace Assay.Server.Pages;

/// <summary>A browser in two words, for the list of tokens: <c>Firefox on Linux</c>. Only words of this list come from what browsers say of themselves.</summary>
internal static class BrowserName
{
    // Those that also claim to be others come before them.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chromium"), ("Chromium/", "Chromium"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string agent)
    {
        var (browser, system) = (Find(Browsers, agent), Find(Systems, agent));
        return (browser ?? "browser") + (system is null ? "" : " on " + system);
    }

    private static string? Find((string Mark, string Name)[] names, string agent) =>
        names.FirstOrDefault(name => agent.Contains(name.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
