using Assay.Cli;

// The version is asked for by scripts, often: it must not wait for anything else to load.
if (args is ["--version"])
{
    Console.WriteLine($"assay {AssayVersion.Text}");
    return 0;
}

return await AssayCommandLine.RunAsync(args).ConfigureAwait(false);
