namespace Assay.Storage.Artifacts;

/// <summary>
/// Where files are written before they are moved to their place: one folder for all, so that what a crash or an abandoned upload leaves is
/// found without looking through every run.
/// </summary>
/// <param name="root">The folder of all artifacts; the staging folder is in it, so that moving is renaming.</param>
/// <param name="clock">Tells the age of leftovers.</param>
internal sealed class StagingFolder(string root, TimeProvider clock)
{
    /// <summary>What has not been touched for so long belongs to nobody: a file that is being written is touched all the time.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private readonly string _folder = Path.Combine(root, ArtifactPath.TemporaryPrefix + "staged");
    private long _swept = long.MinValue;

    /// <summary>The place of an entry of that name, which may not be there.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>A place that is free; the folder is there to write it. What is old is removed on the way.</summary>
    public string NewPlace()
    {
        Directory.CreateDirectory(_folder);
        SweepNowAndThen();
        return this[Guid.NewGuid().ToString("N")];
    }

    /// <summary>Removes a file or folder of the staging folder, if it is there; what cannot be removed is left to a later sweep.</summary>
    public static void Discard(string place)
    {
        try
        {
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true);
            }
            else
            {
                File.Delete(place);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    private void SweepNowAndThen()
    {
        var now = clock.GetUtcNow();
        var last = Interlocked.Read(ref _swept);
        if (last > (now - BetweenSweeps).UtcTicks || Interlocked.CompareExchange(ref _swept, now.UtcTicks, last) != last)
        {
            return;
        }

        foreach (var entry in new DirectoryInfo(_folder).EnumerateFileSystemInfos())
        {
            if (entry.LastWriteTimeUtc < (now - Age).UtcDateTime)
            {
                Discard(entry.FullName);
            }
        }
    }
}
