using System.Reflection;

namespace Assay.Cli;

/// <summary>The version of this program.</summary>
internal static class AssayVersion
{
    public static string Text { get; } =
        typeof(AssayVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
