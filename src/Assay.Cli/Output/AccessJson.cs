using System.Text.Json;
using Assay.Storage.Access;

namespace Assay.Cli.Output;

/// <summary>Users and API tokens as JSON. Times are milliseconds since 1970-01-01 UTC, or null.</summary>
internal static class AccessJson
{
    public static string Name(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>A user, with the password when it was made for them.</summary>
    public static void Write(User user, string? password = null) => JsonOutput.Write(json => Write(json, user, password));

    public static void Write(IEnumerable<User> users) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var user in users)
        {
            Write(json, user, null);
        }

        json.WriteEndArray();
    });

    /// <summary>A token, with its text when it was just made.</summary>
    public static void Write(ApiToken token, string? text = null) => JsonOutput.Write(json => Write(json, token, text));

    public static void Write(IEnumerable<ApiToken> tokens) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var token in tokens)
        {
            Write(json, token, null);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, User user, string? password)
    {
        json.WriteStartObject();
        json.WriteString("name", user.Name);
        json.WriteString("role", Name(user.Role));
        json.WriteNumber("creation_time", user.Created);
        WriteTime(json, "disabled_time", user.Disabled);
        if (password is not null)
        {
            json.WriteString("password", password);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ApiToken token, string? text)
    {
        json.WriteStartObject();
        json.WriteString("id", token.Id);
        json.WriteString("user", token.User);
        json.WriteString("name", token.Name);
        json.WriteNumber("creation_time", token.Created);
        WriteTime(json, "expiration_time", token.Expires);
        WriteTime(json, "last_used_time", token.LastUsed);
        WriteTime(json, "revoked_time", token.Revoked);
        if (text is not null)
        {
            json.WriteString("token", text);
        }

        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long? time)
    {
        if (time is { } given)
        {
            json.WriteNumber(name, given);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
