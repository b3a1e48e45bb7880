using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>Turns what went wrong with a service into one line that names it and says what to do, without its key.</summary>
internal static class ServiceFailure
{
    /// <summary>The failure that a response reports.</summary>
    public static ModelException Of(OpenAIService service, ServiceResponse response)
    {
        var failure = StatusFailure.Of(response.Status);
        var said = Said(response.Body.Span);
        var because = said.Length == 0 ? $"{response.Status}" : $"{response.Status}: {said}";
        var message = (failure, response.Status) switch
        {
            (ModelFailure.Unauthorized, _) => $"{service.Host} refused the key ({because}); set {service.KeyVariable}",
            (_, 404) => $"{service.Host} knows no {service.Address.AbsolutePath.TrimEnd('/')} with model '{service.Model}' ({because}); "
                + $"check the model's name and {service.AddressVariable}",
            (_, >= 300 and < 400) => $"{service.Host} sends the call elsewhere ({response.Status}); set {service.AddressVariable} to the service's own address",
            _ => $"{service.Host} answered {because}",
        };
        return new ModelException(failure, service.Secrets.Scrub(message)) { Status = response.Status, RetryAfter = response.RetryAfter };
    }

    /// <summary>The failure of a response that says success, but holds no answer.</summary>
    public static ModelException Unparsable(OpenAIService service, ServiceResponse response, Exception exception)
    {
        var start = OneLine.Of(Encoding.UTF8.GetString(response.Body.Span[..Math.Min(80, response.Body.Length)]), 60);
        var message = response.Body.Length == 0 ? $"{service.Host} sent an empty answer"
            : $"{service.Host} sent an answer that does not parse ({OneLine.Of(exception.Message, 100)}): {start}";
        return new ModelException(ModelFailure.ServiceError, service.Secrets.Scrub(message), exception) { Status = response.Status };
    }

    /// <summary>The failure of a call without a response: no connection, or one that dropped.</summary>
    public static ModelException Unreachable(OpenAIService service, Exception exception)
    {
        var socket = Causes(exception).OfType<SocketException>().FirstOrDefault();
        var cause = Causes(exception).OfType<OperationCanceledException>().Any() ? "no connection within its time"
            : OneLine.Of((socket ?? Causes(exception).Last()).Message);
        return new ModelException(ModelFailure.Unreachable,
            service.Secrets.Scrub($"cannot reach {service.Host} ({cause}); check {service.AddressVariable} and the network"), exception);
    }

    /// <summary>The answer that stands for a prompt that a content filter withheld; null when the body reports another error.</summary>
    public static Answer? Withheld(ReadOnlyMemory<byte> body) => Parse(body.Span)?.Field("error") is { } error ? ContentFilter.WithheldPrompt(error) : null;

    /// <summary>The status that an error inside a body of status 200 stands for.</summary>
    public static int StatusIn(JsonElement body) => body.Field("error")?.Count("code") is >= 400 and <= 599 and { } code ? (int)code : 502;

    // OpenAI and Azure: {"error":{"message"}}; others: {"error":"…"}, {"message"}, {"detail"}. A page of HTML says nothing.
    private static string Said(ReadOnlySpan<byte> body)
    {
        if (Parse(body) is { } json)
        {
            return OneLine.Of(json.Field("error")?.Text("message") ?? json.Text("error") ?? json.Text("message") ?? json.Text("detail"));
        }

        var text = OneLine.Of(Encoding.UTF8.GetString(body[..Math.Min(400, body.Length)]));
        return text.StartsWith('<') ? "" : text;
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
