using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assay.Import.Mlruns;

/// <summary>
/// Reads a <c>meta.yaml</c>. It is read as a row of events, never as a tree: aliases are refused, deep nesting is refused, and what is neither a
/// value nor a map of values is passed over, so a hostile file costs no more than its bytes, of which there may be 1 MiB.
/// </summary>
internal static class MetaFile
{
    public const string Name = "meta.yaml";

    private const long Largest = 1 << 20;
    private const int Deepest = 16;

    /// <exception cref="DamagedException">It is missing, empty or not YAML of keys and values.</exception>
    public static Meta Read(string folder)
    {
        try
        {
            using var stream = SafeFolder.Open(Path.Combine(folder, Name), Largest);
            using var reader = new StreamReader(stream);
            return Read(new Parser(reader));
        }
        catch (YamlException wrong)
        {
            throw new DamagedException($"{Name}, line {wrong.Start.Line}: not valid YAML: {wrong.Message}", wrong);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DamagedException($"it has no {Name}", missing);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DamagedException($"{Name} cannot be read: {fault.Message}", fault);
        }
    }

    private static Meta Read(Parser parser)
    {
        var meta = new Meta();
        var path = new List<Level>();
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    if (path.Count == 0 && parser.Current is SequenceStart)
                    {
                        throw new DamagedException($"{Name}: keys and values are expected");
                    }

                    path.Add(new Level(parser.Current is MappingStart));
                    break;
                case MappingEnd or SequenceEnd:
                    path.RemoveAt(path.Count - 1);
                    path.LastOrDefault()?.Done();
                    break;
                case AnchorAlias or Scalar { Anchor.IsEmpty: false }:
                    throw new DamagedException($"{Name}, line {parser.Current.Start.Line}: anchors and aliases have no place here");
                case Scalar scalar:
                    Take(scalar, path, meta);
                    break;
            }

            if (path.Count > Deepest)
            {
                throw new DamagedException($"{Name}, line {parser.Current!.Start.Line}: nested more than {Deepest} deep");
            }
        }

        return path.Count == 0 && meta.IsEmpty ? throw new DamagedException($"{Name} is empty") : meta;
    }

    private static void Take(Scalar scalar, List<Level> path, Meta meta)
    {
        if (path.Count == 0)
        {
            throw new DamagedException($"{Name}, line {scalar.Start.Line}: keys and values are expected");
        }

        var level = path[^1];
        if (level is { IsMap: true, Key: null })
        {
            level.Key = scalar.Value;
            return;
        }

        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is ("" or "~" or "null" or "Null" or "NULL");
        if (!isNull && level.IsMap && path.Count == 1)
        {
            meta.Set(level.Key!, scalar.Value);
        }
        else if (!isNull && level.IsMap && path.Count == 2 && path[0].Key is { } map)
        {
            meta.Set(map, level.Key!, scalar.Value);
        }

        level.Done();
    }

    private sealed class Level(bool isMap)
    {
        public bool IsMap => isMap;

        /// <summary>The key whose value comes next.</summary>
        public string? Key { get; set; }

        public void Done() => Key = null;
    }
}
