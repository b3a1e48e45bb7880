namespace Assay.Client;

/// <summary>Tags that say which program started a run, as MLflow's client writes them.</summary>
internal static class SourceTags
{
    public static Dictionary<string, string> OfThisProgram()
    {
        var tags = new Dictionary<string, string>
        {
            ["mlflow.user"] = Environment.UserName,
            ["mlflow.source.name"] = AppContext.GetData("EntryPointFilePath") as string ?? Environment.ProcessPath ?? AppDomain.CurrentDomain.FriendlyName,
            ["mlflow.source.type"] = "LOCAL",
        };
        if (GitCommit.Of(Environment.CurrentDirectory) is { } commit)
        {
            tags["mlflow.source.git.commit"] = commit;
        }

        return tags;
    }
}
