using Assay.Cli;
using Assay.Cli.Faults;

// The version is asked for by scripts, often: it must not wait for anything else to load.
if (args is ["--version"])
{
    try
    {
        Console.WriteLine($"assay {AssayVersion.Text}");
        return ExitCode.Done;
    }
    catch (IOException failure)
    {
        return FailureReport.Write(failure, Console.Error);
    }
}

return await AssayCommandLine.RunAsync(args).ConfigureAwait(false);
