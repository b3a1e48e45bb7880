using System.Reflection;

namespace Assay.Server.Operations;

/// <summary>Which versions this server says that it is.</summary>
internal static class ServerVersion
{
    /// <summary>The version of MLflow whose protocol is spoken: clients ask for it and adapt.</summary>
    public const string Mlflow = "3.6.0";

    /// <summary>Assay's own.</summary>
    public static string Own { get; } =
        typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
