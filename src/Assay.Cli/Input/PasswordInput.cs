using System.Text;
using Assay.Cli.Settings;
using Assay.Server.Access;

namespace Assay.Cli.Input;

/// <summary>A password: asked for at the terminal without showing it, read from standard input, or made. Never an argument, which others see.</summary>
/// <param name="Text">The password.</param>
/// <param name="IsGenerated">Whether nobody knows it yet.</param>
internal readonly record struct PasswordInput(string Text, bool IsGenerated)
{
    private const char ControlC = '\u0003';

    public static async Task<PasswordInput> ReadAsync(SettingBag settings, string user, CancellationToken cancellationToken)
    {
        var (stdin, generate) = (settings.Switch("password-stdin"), settings.Switch("generate"));
        return (stdin, generate) switch
        {
            (true, true) => throw new BadInputException("--generate: --password-stdin gives a password already; give one of them"),
            (true, false) => new(await ReadLineAsync(cancellationToken).ConfigureAwait(false), false),
            (false, true) => new(Passwords.Generate(), true),
            _ => new(Ask(user), false),
        };
    }

    private static async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        try
        {
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line
                ? line
                : throw new BadInputException("--password-stdin: standard input has no first line; give the password there");
        }
        catch (DecoderFallbackException error)
        {
            throw new BadInputException("--password-stdin: standard input is not UTF-8", error);
        }
    }

    private static string Ask(string user)
    {
        if (Console.IsInputRedirected)
        {
            throw new BadInputException(
                "there is no terminal to ask for the password at; give --password-stdin and the password on standard input, or --generate");
        }

        var password = AskOnce($"Password for {user} (at least {Passwords.Shortest} characters): ");
        return AskOnce("The same again: ") == password ? password : throw new BadInputException("the two passwords differ; try again");
    }

    private static string AskOnce(string prompt)
    {
        Console.Error.Write(prompt);
        var text = new StringBuilder();
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (key)
                {
                    case { Key: ConsoleKey.Enter }:
                        return text.ToString();
                    case { KeyChar: ControlC } or { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                        throw new OperationCanceledException();
                    case { Key: ConsoleKey.Backspace }:
                        text.Length -= Math.Min(1, text.Length);
                        break;
                    case { KeyChar: >= ' ' }:
                        text.Append(key.KeyChar);
                        break;
                    default:
                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }
}
