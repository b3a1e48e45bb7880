using System.ComponentModel;
using System.Diagnostics;

namespace Assay.Storage.Postgres;

/// <summary>Copies the store's schema with PostgreSQL's own program, which alone knows each server's ways.</summary>
internal static class PostgresDump
{
    private const string Program = "pg_dump";

    public static async Task WriteAsync(PostgresAddress address, string target, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "--format=custom", $"--schema={address.QuotedSchema}", "--no-password", $"--file={target}", $"--dbname={address.PublicUrl}",
        ];
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in address.Secrets)
        {
            start.Environment[name] = value; // not among the arguments, which everyone on the machine may read
        }

        using var process = Start(start, address);
        process.StandardInput.Close();
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new BadInputException($"{address.Location}: {Program} failed: {errors.Trim().ReplaceLineEndings("; ")}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(ProcessStartInfo start, PostgresAddress address)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new BadInputException(
                $"{Program} is not installed: install PostgreSQL's client programs (Debian: postgresql-client), or run where they are: "
                + $"{Program} --format=custom --schema={address.Schema} --file=FILE '{address.PublicUrl}'",
                error);
        }
    }
}
