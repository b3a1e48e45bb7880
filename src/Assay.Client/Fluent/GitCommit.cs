namespace Assay.Client;

/// <summary>The commit that is checked out where a program runs, read from git's own files: no process is started for it.</summary>
internal static class GitCommit
{
    /// <summary>The commit's 40 digits; null when the folder is in no repository, or in one that keeps its references another way.</summary>
    public static string? Of(string folder)
    {
        try
        {
            for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            {
                if (GitFolder(Path.Combine(at.FullName, ".git")) is { } git)
                {
                    return Head(git);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is a note only.
        }

        return null;
    }

    /// <summary>The folder of a repository; of a worktree, where <c>.git</c> is a file that names it.</summary>
    private static string? GitFolder(string path)
    {
        const string Prefix = "gitdir: ";
        return Directory.Exists(path) ? path
            : File.Exists(path) && File.ReadAllText(path).Trim() is var text && text.StartsWith(Prefix, StringComparison.Ordinal)
                ? Path.GetFullPath(text[Prefix.Length..], Path.GetDirectoryName(path)!)
                : null;
    }

    private static string? Head(string git)
    {
        const string Prefix = "ref: ";
        var head = File.ReadAllText(Path.Combine(git, "HEAD")).Trim();
        if (!head.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Digits(head);
        }

        var common = Path.Combine(git, "commondir");
        var root = File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), git) : git;
        var name = head[Prefix.Length..];
        var loose = Path.Combine(root, name);
        if (File.Exists(loose))
        {
            return Digits(File.ReadAllText(loose).Trim());
        }

        var packed = Path.Combine(root, "packed-refs");
        var line = File.Exists(packed) ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith(' ' + name, StringComparison.Ordinal)) : null;
        return Digits(line?.Split(' ')[0]);
    }

    private static string? Digits(string? text) => text is { Length: 40 } && text.All(char.IsAsciiHexDigit) ? text : null;
}
