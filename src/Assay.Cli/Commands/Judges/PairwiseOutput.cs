using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Cli.Output;
using Assay.Formats;
using Assay.Judges.Calibration;
using Assay.Judges.Pairwise;
using Assay.Statistics;

namespace Assay.Cli.Commands.Judges;

/// <summary>What came of a comparison in pairs, for people and for programs.</summary>
internal sealed class PairwiseOutput
{
    private readonly AnswerPairs _pairs;
    private readonly PairwiseJudge _judge;
    private readonly int _noJudgement;
    private readonly string? _whyNone;
    private readonly double[] _preferences;
    private readonly PositionCalibration _position;
    private readonly IntervalEstimate _interval;

    public PairwiseOutput(AnswerPairs pairs, IReadOnlyList<PairwiseJudgement> verdicts, PairwiseJudge judge)
    {
        (_pairs, _judge) = (pairs, judge);
        _preferences = [.. verdicts.Select(verdict => verdict.Value).OfType<double>()];
        _noJudgement = verdicts.Count - _preferences.Length;
        _whyNone = verdicts.FirstOrDefault(verdict => verdict.Value is null)?.Reason;
        _position = PositionCalibration.Of([.. verdicts.Where(verdict => verdict.Value is not null).Select(verdict => (verdict.Forward!.Value, verdict.Backward!.Value))]);
        _interval = ConfidenceIntervals.Mean(_preferences);
    }

    private double Preference => Aggregates.Mean(_preferences)!.Value;

    /// <summary>One verdict a line: B's preference, and the verdicts in both orders (forward: B first).</summary>
    public static async Task WriteRowsAsync(TextWriter writer, IReadOnlyList<AnswerPair> pairs, IReadOnlyList<PairwiseJudgement> verdicts)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonText.Readable }))
            {
                json.WriteStartObject();
                json.WriteString("id", pairs[i].Id);
                json.WriteString("input", pairs[i].Input);
                json.WriteString("a", pairs[i].A);
                json.WriteString("b", pairs[i].B);
                foreach (var (name, value) in new[] { ("preference", verdicts[i].Value), ("forward", verdicts[i].Forward), ("backward", verdicts[i].Backward) })
                {
                    json.WritePropertyName(name);
                    json.WriteNullable(value);
                }

                json.WriteString("reason", verdicts[i].Reason);
                json.WriteEndObject();
            }

            await writer.WriteLineAsync(Encoding.UTF8.GetString(buffer.WrittenSpan)).ConfigureAwait(false);
        }
    }

    public void WriteTable()
    {
        ListTable.WriteFields(
        [
            ("A", _pairs.A),
            ("B", _pairs.B),
            ("judge", _judge.Identity.ToString()),
            ("B preferred", Wins(1)),
            ("A preferred", Wins(0)),
            ("neither", Wins(null)),
            ("preference for B", $"{ListTable.Figure(Preference)} {CalibrationTable.Interval(_interval.Interval, _interval.Reason)} (one half: no preference)"),
            ("verdict changes with the order", CalibrationTable.Figure(_position.Disagreement)),
            ("of these, the first favoured", CalibrationTable.Figure(_position.FirstFavoured)),
            ("not compared", $"{_pairs.Unmatched} without an answer on both sides, {_noJudgement} without a judgement{(_whyNone is null ? "" : $" ({_whyNone})")}"),
            ("judge's calls", JudgeSpendingText.Of(_judge.Model.Spent)),
        ]);
    }

    public void WriteJson() => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("a", _pairs.A);
        json.WriteString("b", _pairs.B);
        json.WriteString("judge", _judge.Identity.ToString());
        json.WriteNumber("rows", _preferences.Length);
        json.WriteNumber("unmatched", _pairs.Unmatched);
        json.WriteNumber("no_judgement", _noJudgement);
        json.WriteNumber("b_preferred", _preferences.Count(value => value > 0.5));
        json.WriteNumber("a_preferred", _preferences.Count(value => value < 0.5));
        json.WriteNumber("neither", _preferences.Count(value => value == 0.5));
        json.WriteNumber("preference", Preference);
        CalibrationJsonParts.WriteInterval(json, "interval", _interval.Interval);
        CalibrationJsonParts.Write(json, "disagreement", _position.Disagreement);
        CalibrationJsonParts.Write(json, "first_favoured", _position.FirstFavoured);
        json.WritePropertyName("judging");
        JudgeSpendingText.Write(json, _judge.Model.Spent);
        json.WriteEndObject();
    });

    private string Wins(double? side) => _preferences.Count(value => side switch { 1 => value > 0.5, 0 => value < 0.5, _ => value == 0.5 })
        .ToString(System.Globalization.CultureInfo.InvariantCulture);
}
