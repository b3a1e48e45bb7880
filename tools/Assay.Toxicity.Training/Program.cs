using System.Globalization;
using Assay.Toxicity.Training;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var line = CommandLine.Parse(args);
    switch (line.Command)
    {
        case "train": Commands.Train(line.Require("data"), line.Require("out"), Console.Out); return 0;
        case "evaluate": Commands.Evaluate(line.Require("data"), line.Get("model"), Console.Out); return 0;
        case "bench": Commands.Bench(line.Get("model"), Console.Out); return 0;
        case "score": Commands.Score(line.Get("model"), Console.In, Console.Out); return 0;
        case "sample": Commands.Sample(Console.Out); return 0;
        default: throw new ArgumentException($"'{line.Command}' is none of train, evaluate, bench, score, sample.");
    }
}
catch (Exception error) when (error is ArgumentException or IOException or InvalidDataException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
