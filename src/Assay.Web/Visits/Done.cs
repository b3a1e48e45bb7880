using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Assay.Web.Visits;

/// <summary>
/// What a form has done, as the address of the page that it leads to says it, with what was there before: the page offers to bring that back.
/// Links of the page leave it out, as it is said once. It is sealed for the browser that sent the form: an address that somebody made up, or was
/// handed, says nothing, so that nobody undoes with another's values.
/// </summary>
/// <param name="What">The act: <c>renamed</c>.</param>
public sealed record Done(string What)
{
    // Servers and proxies take 8 kB of an address, and the address may come back to them as that of a form's page. What was there before leaves room.
    private const int Longest = 7000, LongestBefore = 3000;
    private const string WhatName = "done", OnName = "on", TagName = "tag", BeforeName = "before", SealName = "seal", Nothing = "-";

    /// <summary>Its parameters in an address.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [WhatName, OnName, TagName, BeforeName, SealName];

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
        if (visit.Query(WhatName) is not { } what) return null;
        var done = new Done(what)
        {
            On = [.. visit.QueryAll(OnName).SelectMany(ids => ids.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            Tag = visit.Query(TagName),
            Before = [.. visit.QueryAll(BeforeName).Select(Read)],
        };
        return FormToken.IsSealed(visit.Context, done.Text(visit.Context.Request.Path), visit.Query(SealName)) ? done : null;
    }

    /// <summary>What was there before, as a field of a form or an address has it: told apart from nothing.</summary>
    public static string Write(string? before) => before is null ? Nothing : "=" + before;

    /// <summary>The same read again.</summary>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('=') ? text[1..] : null;
    }

    /// <summary>The address of the page that says it, as far as an address holds it.</summary>
    /// <param name="visit">The request that did it.</param>
    /// <param name="page">The page, whose address may have parameters.</param>
    public string Address(Visit visit, string page)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(page);
        var isShort = Before.Sum(before => Uri.EscapeDataString(Write(before)).Length) <= LongestBefore;
        return new[] { this, this with { Before = [] } }.Skip(isShort ? 0 : 1).Select(done => done.Sealed(visit, page)).FirstOrDefault(address => address.Length <= Longest) ?? page;
    }

    private string Sealed(Visit visit, string page)
    {
        (string Name, string? Value)[] all =
        [
            (WhatName, What), (OnName, On.Count > 0 ? string.Join(',', On) : null), (TagName, Tag), .. Before.Select(before => (BeforeName, (string?)Write(before))),
            (SealName, FormToken.Seal(visit.Context, Text(PathString.FromUriComponent(page.Split('?')[0])))),
        ];
        return QueryHelpers.AddQueryString(page, all.Where(of => of.Value is not null).Select(of => KeyValuePair.Create(of.Name, of.Value)));
    }

    /// <summary>All that it says of a page, each part told apart from the next.</summary>
    private string Text(PathString page) =>
        string.Concat(((string?[])[page.Value, What, string.Join(',', On), Tag, .. Before.Select(Write)]).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}")));
}
