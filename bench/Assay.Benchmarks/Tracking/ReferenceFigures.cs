namespace Assay.Benchmarks.Tracking;

/// <summary>
/// What MLflow 3.6's own server does on this kind of machine: 2 cores, SQLite, 4 workers, 8 connections, the load generator beside it. Requests a second.
/// </summary>
internal static class ReferenceFigures
{
    public const double StartSeconds = 13;
    public const double StartMegabytes = 836;
    public const double LoadedMegabytes = 1170;
    public const double BytesPerMetric = 179;

    public static double? RequestsPerSecond(string endpoint) => endpoint switch
    {
        "log-metric" => 75,
        "log-batch" => 20,
        "runs/create" => 28,
        "runs/search" => 3.5,
        "runs/get" => 74,
        "get-history" => 1.1,
        "health" => 551,
        _ => null,
    };
}
