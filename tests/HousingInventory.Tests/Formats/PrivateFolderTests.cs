using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

/// <summary>Folders for what is unpacked, beside other commands that clear away what was left.</summary>
public sealed class PrivateFolderTests
{
    /// <summary>Another command sweeps all the time: between the making of a folder's lock and its being held there is a moment in which the folder looks like nobody's.</summary>
    [Fact]
    public async Task No_folder_that_is_in_use_is_swept_away()
    {
        using CancellationTokenSource done = new();
        Task sweeping = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                PrivateFolder.Sweep();
            }
        });
        int lost = 0;
        for (int i = 0; i < 3000; i++)
        {
            using PrivateFolder folder = PrivateFolder.Make();
            string file = Path.Combine(folder.Path, "a");
            try
            {
                File.WriteAllText(file, "a");
                lost += File.Exists(file) ? 0 : 1;
            }
            catch (DirectoryNotFoundException)
            {
                lost++;
            }
        }

        await done.CancelAsync();
        await sweeping;
        Assert.Equal(0, lost);
    }
}
