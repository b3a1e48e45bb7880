using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Assay.Storage.S3;

/// <summary>
/// The connection to S3, from the settings that AWS's own tools and MLflow read: credentials from the usual places (environment, profile,
/// container, machine), the region from <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c> or the profile, and for servers that speak S3 an address
/// in <c>MLFLOW_S3_ENDPOINT_URL</c>, <c>AWS_ENDPOINT_URL_S3</c> or <c>AWS_ENDPOINT_URL</c>.
/// </summary>
internal static class S3Client
{
    private const string DefaultRegion = "us-east-1";

    private static readonly string[] EndpointSettings = ["MLFLOW_S3_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"];

    /// <param name="setting">The value of a setting of the environment; null when it is not set.</param>
    public static AmazonS3Client Create(Func<string, string?> setting)
    {
        var region = Set(setting, "AWS_REGION") ?? Set(setting, "AWS_DEFAULT_REGION");
        var config = new AmazonS3Config { Timeout = TimeSpan.FromMinutes(10) };
        if (EndpointSettings.FirstOrDefault(name => Set(setting, name) is not null) is { } name)
        {
            config.ServiceURL = Address(name, Set(setting, name)!);
            config.AuthenticationRegion = region ?? DefaultRegion;
            config.ForcePathStyle = true;

            // Other servers often know no checksums but those that the protocol always had.
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        }
        else if (region is not null || config.RegionEndpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region ?? DefaultRegion);
        }

        // The two that the library would find first anyway; all others it looks for itself.
        return Set(setting, "AWS_ACCESS_KEY_ID") is { } key && Set(setting, "AWS_SECRET_ACCESS_KEY") is { } secret
            ? new AmazonS3Client(Credentials(key, secret, Set(setting, "AWS_SESSION_TOKEN")), config)
            : new AmazonS3Client(config);
    }

    private static AWSCredentials Credentials(string key, string secret, string? token) =>
        token is null ? new BasicAWSCredentials(key, secret) : new SessionAWSCredentials(key, secret, token);

    private static string? Set(Func<string, string?> setting, string name) => setting(name) is { Length: > 0 } value ? value : null;

    private static string Address(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? value
            : throw new BadInputException($"{name} is '{value}': set it to an address such as http://127.0.0.1:9000.");
}
