using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Client.Registry;

/// <summary>
/// The creation of one version, however often its request is sent: servers number versions themselves, so it is marked with a tag, looked for
/// by it when an answer was lost, and the tag is removed when the version is known.
/// </summary>
internal sealed class VersionCreation
{
    public const string MarkTag = "assay.request";

    private const int Newest = 100;
    private readonly string _mark = Guid.NewGuid().ToString("N");

    public VersionCreation(NewModelVersion version) => Request = new()
    {
        Name = version.Name,
        Source = version.Source,
        RunId = version.RunId,
        RunLink = version.RunLink,
        Description = version.Description,
        ModelId = version.ModelId,
        Tags = ((IReadOnlyList<Tag>)[.. version.Tags, new Tag(MarkTag, _mark)]).ToMessages(RunMapping.ToMessage),
    };

    public CreateModelVersionRequest Request { get; }

    /// <summary>The version that an earlier request made, which is among the newest; null when none did.</summary>
    public async Task<ModelVersionResponse?> LookAsync(ServiceClient client, CancellationToken cancellationToken)
    {
        var quoted = Request.Name!.Replace("'", "''", StringComparison.Ordinal);
        var path = new UrlQuery(MlflowPaths.Of("model-versions/search"))
            .Add("filter", $"name = '{quoted}'").Add("order_by", "creation_timestamp DESC").Add("max_results", Newest).ToString();
        var found = await client.GetAsync(path, MlflowJson.Default.SearchModelVersionsResponse, cancellationToken).ConfigureAwait(false);
        var made = found.ModelVersions?.Find(version => version.Tags?.Exists(tag => tag.Key == MarkTag && tag.Value == _mark) == true);
        return made is null ? null : new() { ModelVersion = made };
    }
}
