using System.Security.Cryptography;

namespace Assay.Storage.Tracking;

/// <summary>Makes up a name for a run that has none: adjective, animal, number.</summary>
internal static class RunNames
{
    private static readonly string[] Adjectives =
    [
        "amber", "bold", "brave", "bright", "brisk", "calm", "clear", "clever", "crisp", "curious", "deft", "eager", "early", "fair", "fleet", "fond",
        "frank", "gentle", "glad", "golden", "grand", "hardy", "honest", "keen", "kind", "lively", "loyal", "lucid", "mellow", "merry", "mild", "modest",
        "neat", "nimble", "noble", "patient", "placid", "plucky", "polite", "proud", "quick", "quiet", "rapid", "ready", "rustic", "serene", "sharp", "silver",
        "sincere", "sleek", "smooth", "snug", "spry", "steady", "sunny", "swift", "tidy", "upbeat", "vivid", "warm", "wary", "wise", "witty", "zesty",
    ];

    private static readonly string[] Animals =
    [
        "badger", "bat", "beaver", "bison", "boar", "bream", "carp", "cod", "colt", "crane", "crow", "deer", "dolphin", "dove", "duck", "eagle",
        "egret", "elk", "falcon", "ferret", "finch", "fox", "frog", "gecko", "goat", "goose", "grouse", "gull", "hare", "hawk", "heron", "horse",
        "ibis", "jay", "kestrel", "kite", "koala", "lark", "lemur", "lynx", "marten", "mole", "moose", "newt", "octopus", "otter", "owl", "panda",
        "perch", "pike", "plover", "puffin", "quail", "raven", "robin", "seal", "shrew", "stoat", "stork", "swan", "tern", "trout", "vole", "wren",
    ];

    public static string Next() => $"{AnyOf(Adjectives)}-{AnyOf(Animals)}-{RandomNumberGenerator.GetInt32(1000)}";

    private static string AnyOf(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];
}
