using Assay.Naming;

namespace Assay.Gates;

/// <summary>Holds gates against the keys that an evaluation will have, before it is paid for.</summary>
public static class GateKeys
{
    /// <summary>Throws <see cref="BadInputException"/> for a gate on a key that the evaluation will not have, naming the nearest.</summary>
    public static void Check(IEnumerable<Gate> gates, IReadOnlyCollection<string> knownKeys)
    {
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(knownKeys);
        foreach (var gate in gates.Where(gate => gate.Baseline is null))
        {
            if (!knownKeys.Contains(gate.Key))
            {
                var nearest = NameSuggestion.Ending(gate.Key, knownKeys);
                var ending = nearest.Length > 0 ? nearest : $"; it has {string.Join(", ", knownKeys)}";
                throw new BadInputException($"gate \"{gate.Text}\": this evaluation has no figure \"{gate.Key}\"{ending}");
            }
        }
    }
}
