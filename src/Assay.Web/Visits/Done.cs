using Microsoft.AspNetCore.WebUtilities;

namespace Assay.Web.Visits;

/// <summary>
/// What a form has done, as the address of the page that it leads to says it, with what was there before: the page offers to bring that back.
/// Links of the page leave it out, as it is said once.
/// </summary>
/// <param name="What">The act: <c>renamed</c>.</param>
public sealed record Done(string What)
{
    // What addresses hold at the places where servers and proxies usually cut them, with room for the rest.
    private const int Longest = 3000;
    private const string WhatName = "done", OnName = "on", TagName = "tag", BeforeName = "before", Nothing = "-";

    /// <summary>Its parameters in an address.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [WhatName, OnName, TagName, BeforeName];

    /// <summary>The ids of what it was done with; empty where the page is that thing's own.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>The key of the tag that was changed; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>What was there before, of each thing: null for nothing. Empty when it is not known, or too long for an address.</summary>
    public IReadOnlyList<string?> Before { get; init; } = [];

    /// <summary>What a request's address says; null for nothing.</summary>
    public static Done? Of(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Query(WhatName) is not { } what ? null : new Done(what)
        {
            On = [.. visit.QueryAll(OnName).SelectMany(ids => ids.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            Tag = visit.Query(TagName),
            Before = [.. visit.QueryAll(BeforeName).Select(Read)],
        };
    }

    /// <summary>What was there before, as a field of a form or an address has it: told apart from nothing.</summary>
    public static string Write(string? before) => before is null ? Nothing : "=" + before;

    /// <summary>The same read again.</summary>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('=') ? text[1..] : null;
    }

    /// <summary>The address of the page that says it.</summary>
    /// <param name="page">The page, whose address may have parameters.</param>
    public string Address(string page)
    {
        var before = Before.Select(value => KeyValuePair.Create<string, string?>(BeforeName, Write(value))).ToList();
        var fits = before.Sum(parameter => Uri.EscapeDataString(parameter.Value!).Length) <= Longest;
        return QueryHelpers.AddQueryString(page, [
            new(WhatName, What), .. On.Count > 0 ? (KeyValuePair<string, string?>[])[new(OnName, string.Join(',', On))] : [],
            .. Tag is not null ? (KeyValuePair<string, string?>[])[new(TagName, Tag)] : [], .. fits ? before : []]);
    }
}
