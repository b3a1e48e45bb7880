using System.Text.Json;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests;

/// <summary>The accessibility checker axe-core, from the file that <c>ASSAY_AXE</c> names.</summary>
internal static class Axe
{
    /// <summary>What is wrong with the page, a line each: rule, weight, the first element that breaks it.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var path = Environment.GetEnvironmentVariable("ASSAY_AXE");
        if (path is null || !File.Exists(path))
        {
            throw new InvalidOperationException("Accessibility is checked with axe-core: run ./test, which installs it, or name its axe.min.js in ASSAY_AXE.");
        }

        // The page's own policy would refuse the checker's script as a script element; the debugger may evaluate it.
        await page.EvaluateAsync(await File.ReadAllTextAsync(path) + "; undefined");
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        return [.. result.GetProperty("violations").EnumerateArray().Select(v =>
            $"{v.GetProperty("impact")} {v.GetProperty("id")}: {v.GetProperty("nodes")[0].GetProperty("html")} {v.GetProperty("nodes")[0].GetProperty("failureSummary")}")];
    }
}
